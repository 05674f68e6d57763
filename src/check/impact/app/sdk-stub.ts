/**
 * The part of `@base44/sdk` that raw calls need, for an app whose packages are not installed. The generated types of
 * `custom.call` augment its `CustomIntegrationsModule` as they do the real one.
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
