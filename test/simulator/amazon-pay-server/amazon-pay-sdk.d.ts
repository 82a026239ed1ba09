/** The part of the official SDK that the contract test uses; the package has no types of its own. */
declare module '@amazonpay/amazon-pay-api-sdk-nodejs' {
  export class WebStoreClient {
    constructor(config: {
      readonly publicKeyId: string;
      readonly privateKey: string;
      readonly region: string;
      readonly sandbox: boolean;
      readonly algorithm: string;
    });
    getSignedHeaders(options: {
      readonly method: string;
      readonly urlFragment: string;
      readonly payload: string;
      readonly headers: Readonly<Record<string, string>>;
    }): Record<string, string>;
  }
}
