/**
 * As much of `@base44/sdk` as raw calls need, for an app whose packages are not installed. The generated types of
 * `custom.call` add to `CustomIntegrationsModule`, as they do to the real one.
 */
export const SDK_STUB = `export interface CustomIntegrationCallResponse { success: boolean; status_code: number; data: any }
interface CustomIntegrationsModule {
  call(slug: string, operationId: string, params?: object): Promise<CustomIntegrationCallResponse>;
}
interface Client {
  integrations: { custom: CustomIntegrationsModule; [name: string]: any };
  asServiceRole: Client;
  [name: string]: any;
}
export declare function createClient(config: object): Client;
export declare function createClientFromRequest(request: object): Client;
`;
