export { planRequests } from "./plan-requests.js";
