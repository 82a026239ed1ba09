/** Imported before the AWS SDK, which reads this when it is loaded: its advice on Node versions is no news here. */
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
