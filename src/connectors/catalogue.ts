import { driveScopes, google, googleScope, graph, slack } from "./catalogue-families.js";
import type { CatalogueRow } from "./model.js";

/**
 * Base44's connector types, sorted by type. To add one, add a row; nothing else has to change. Types that are not in
 * the catalogue also work, with the information in their specs.
 */
export const catalogue: Readonly<Record<string, CatalogueRow>> = {
  airtable: {
    title: "Airtable",
    baseUrl: "https://api.airtable.com/v0",
    hosts: ["content.airtable.com"],
  },
  bamboohr: {
    title: "BambooHR",
    baseUrl: "https://{subdomain}.bamboohr.com",
  },
  box: {
    title: "Box",
    baseUrl: "https://api.box.com/2.0",
    hosts: ["upload.box.com"],
  },
  calendly: {
    title: "Calendly",
    baseUrl: "https://api.calendly.com",
  },
  clickup: {
    title: "ClickUp",
    baseUrl: "https://api.clickup.com/api",
  },
  contentful: {
    title: "Contentful",
    baseUrl: "https://api.contentful.com",
    hosts: ["api.eu.contentful.com", "cdn.contentful.com", "preview.contentful.com", "upload.contentful.com"],
  },
  databricks: {
    title: "Databricks",
    baseUrl: "https://{subdomain}.cloud.databricks.com",
  },
  discord: {
    title: "Discord",
    baseUrl: "https://discord.com/api/v10",
  },
  dropbox: {
    title: "Dropbox",
    baseUrl: "https://api.dropboxapi.com/2",
    hosts: ["content.dropboxapi.com", "notify.dropboxapi.com"],
  },
  github: {
    title: "GitHub",
    baseUrl: "https://api.github.com",
    hosts: ["uploads.github.com"],
    // GitHub refuses requests without a user agent, and workerd sends none of its own.
    headers: { "User-Agent": "base44-app", "X-GitHub-Api-Version": "2022-11-28" },
  },
  gitlab: {
    title: "GitLab",
    baseUrl: "https://gitlab.com/api",
  },
  gmail: {
    title: "Gmail",
    baseUrl: "https://gmail.googleapis.com",
    hosts: ["www.googleapis.com"],
    ...google,
    unusableScopes: [
      googleScope(
        "gmail.metadata",
        "A token with it cannot read full messages or search (`q`), even if it also has broader scopes.",
      ),
      googleScope("gmail.addons.*", "It works only in a Gmail add-on, on the open message."),
    ],
  },
  google_analytics: {
    title: "Google Analytics",
    baseUrl: "https://analyticsdata.googleapis.com",
    hosts: ["analyticsadmin.googleapis.com"],
    ...google,
  },
  google_classroom: {
    title: "Google Classroom",
    baseUrl: "https://classroom.googleapis.com",
    ...google,
  },
  google_search_console: {
    title: "Google Search Console",
    baseUrl: "https://searchconsole.googleapis.com",
    hosts: ["www.googleapis.com"],
    ...google,
  },
  googleads: {
    title: "Google Ads",
    baseUrl: "https://googleads.googleapis.com",
    ...google,
  },
  googlebigquery: {
    title: "Google BigQuery",
    baseUrl: "https://bigquery.googleapis.com/bigquery/v2",
    hosts: ["www.googleapis.com"],
    ...google,
    broadScopes: [
      googleScope("cloud-platform*", "It gives access to all of Google Cloud."),
      googleScope("devstorage.*", "It gives access to Google Cloud Storage."),
    ],
  },
  googlecalendar: {
    title: "Google Calendar",
    baseUrl: "https://www.googleapis.com/calendar/v3",
    ...google,
  },
  googledocs: {
    title: "Google Docs",
    baseUrl: "https://docs.googleapis.com",
    ...google,
    ...driveScopes,
  },
  googledrive: {
    title: "Google Drive",
    baseUrl: "https://www.googleapis.com/drive/v3",
    hosts: ["docs.googleapis.com", "driveactivity.googleapis.com", "sheets.googleapis.com", "slides.googleapis.com"],
    ...google,
    unusableScopes: [
      googleScope("drive.appdata", "It gives access only to the connection's own hidden data."),
      googleScope("drive.meet.readonly", "It gives access only to files that Google Meet created or changed."),
      googleScope("drive.photos.readonly", "It gives access only to photos and albums."),
      googleScope("drive.scripts", "It is for Apps Script projects only."),
    ],
  },
  googlemeet: {
    title: "Google Meet",
    baseUrl: "https://meet.googleapis.com",
    ...google,
  },
  googlesheets: {
    title: "Google Sheets",
    baseUrl: "https://sheets.googleapis.com",
    ...google,
    ...driveScopes,
  },
  googleslides: {
    title: "Google Slides",
    baseUrl: "https://slides.googleapis.com",
    ...google,
    ...driveScopes,
  },
  googletasks: { title: "Google Tasks", baseUrl: "https://tasks.googleapis.com", ...google },
  hubspot: {
    title: "HubSpot",
    baseUrl: "https://api.hubapi.com",
  },
  hugging_face: {
    title: "Hugging Face",
    baseUrl: "https://huggingface.co",
    hosts: ["datasets-server.huggingface.co", "router.huggingface.co"],
  },
  instagram: {
    title: "Instagram",
    baseUrl: "https://graph.instagram.com",
    hosts: ["graph.facebook.com"],
    credentialParameters: ["access_token"],
  },
  linear: {
    title: "Linear",
    baseUrl: "https://api.linear.app",
  },
  linkedin: {
    title: "LinkedIn",
    baseUrl: "https://api.linkedin.com",
    headers: { "LinkedIn-Version": "202607", "X-Restli-Protocol-Version": "2.0.0" },
  },
  microsoft_teams: { title: "Microsoft Teams", ...graph },
  notion: {
    title: "Notion",
    baseUrl: "https://api.notion.com",
    headers: { "Notion-Version": "2025-09-03" },
  },
  one_drive: { title: "Microsoft OneDrive", ...graph },
  outlook: { title: "Microsoft Outlook", ...graph },
  quickbooks: {
    title: "QuickBooks",
    baseUrl: "https://quickbooks.api.intuit.com",
  },
  salesforce: {
    title: "Salesforce",
    baseUrl: "https://{subdomain}.my.salesforce.com",
  },
  share_point: {
    title: "Microsoft SharePoint",
    baseUrl: "https://{subdomain}.sharepoint.com",
    hosts: ["graph.microsoft.com"],
  },
  slack: { title: "Slack", ...slack },
  slackbot: { title: "Slack Bot", ...slack },
  snowflake: {
    title: "Snowflake",
    baseUrl: "https://{subdomain}.snowflakecomputing.com",
    headers: { "X-Snowflake-Authorization-Token-Type": "OAUTH" },
  },
  splitwise: {
    title: "Splitwise",
    baseUrl: "https://secure.splitwise.com/api/v3.0",
  },
  square: {
    title: "Square",
    baseUrl: "https://connect.squareup.com",
  },
  stripe: {
    title: "Stripe",
    baseUrl: "https://api.stripe.com",
    hosts: ["files.stripe.com"],
    kind: "key",
  },
  supabase: {
    title: "Supabase",
    baseUrl: "https://api.supabase.com",
  },
  tiktok: { title: "TikTok", baseUrl: "https://open.tiktokapis.com" },
  typeform: {
    title: "Typeform",
    baseUrl: "https://api.typeform.com",
    hosts: ["api.eu.typeform.com"],
  },
  wix: {
    title: "Wix",
    baseUrl: "https://www.wixapis.com",
  },
  wrike: {
    title: "Wrike",
    baseUrl: "https://www.wrike.com/api/v4",
    hosts: ["app-eu.wrike.com", "app-us2.wrike.com"],
    credentialParameters: ["access_token"],
  },
  x: {
    title: "X",
    baseUrl: "https://api.x.com",
    hosts: ["api.twitter.com"],
    kind: "metered",
  },
};
