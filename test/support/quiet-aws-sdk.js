// The AWS SDK announces on Node 20 that versions of 2027 will need Node 22; in a test run that is noise.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
