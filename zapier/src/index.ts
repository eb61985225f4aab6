import { defineApp, version as platformVersion } from 'zapier-platform-core';
import { version } from '../package.json';
import { authentication } from './authentication';
import { placeOutboundCall } from './creates/place-outbound-call';

export default defineApp({
  version,
  platformVersion,
  authentication,
  // Zapier drops empty values otherwise; for a call, "empty" and "never filled in" are two things.
  flags: { cleanInputData: false },
  creates: { [placeOutboundCall.key]: placeOutboundCall },
});
