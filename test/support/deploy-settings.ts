/** Parameters of a shop that tries the sandbox and is paid on its pages; all that a first deploy needs. */
export const COMPLETE = {
  SkillStage: 'development',
  AmazonPaySandbox: 'true',
  AmazonPaySandboxEmail: 'buyer@koemise.jp',
  AmazonPaySellerId: 'A1ABCDEFGHIJKL',
  PaymentChannel: 'web',
  ShopUrl: '',
  AmazonPayStoreId: 'amzn1.application-oa2-client.0123456789abcdef0123456789abcdef',
  AmazonPayPublicKeyId: 'SANDBOX-ABCDEFGH',
};

/** The same for real money. */
export const LIVE = {
  ...COMPLETE,
  SkillStage: 'live',
  AmazonPaySandbox: 'false',
  AmazonPayPublicKeyId: 'LIVE-ABCDEFGH',
};

/** Parameters of a shop that is paid by voice. */
export const VOICE = {
  SkillStage: 'development',
  AmazonPaySandbox: 'true',
  AmazonPaySandboxEmail: 'buyer@koemise.jp',
  AmazonPaySellerId: 'A1ABCDEFGHIJKL',
  PaymentChannel: 'voice',
};

/** What ASK CLI keeps in .ask/ask-states.json once the stack exists. */
export const STATES = {
  profiles: {
    default: {
      skillInfrastructure: {
        '@ask-cli/cfn-deployer': {
          deployState: {
            default: {
              outputs: [
                { OutputKey: 'SkillEndpoint', OutputValue: 'arn:aws:lambda:ap-northeast-1:1:function:skill' },
                { OutputKey: 'WebUrl', OutputValue: 'https://abc.lambda-url.ap-northeast-1.on.aws/' },
                { OutputKey: 'SecretsArn', OutputValue: 'arn:aws:secretsmanager:ap-northeast-1:1:secret:s' },
              ],
            },
          },
        },
      },
    },
  },
};
