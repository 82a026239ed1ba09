/** Imported before the AWS SDK, which reads this as it is loaded: advice on Node versions is no part of the list. */
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
