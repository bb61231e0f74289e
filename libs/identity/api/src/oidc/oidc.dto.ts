import { TextField } from '@wir/shared/api';

/** What providers send back with the browser (OpenID Connect, RFC 9207). Only the client library reads it. */
export class OidcCallbackQueryDto {
  @TextField({ max: 4000, optional: true }) code?: string;
  @TextField({ max: 500, optional: true }) state?: string;
  @TextField({ max: 500, optional: true }) iss?: string;
  @TextField({ max: 500, optional: true }) session_state?: string;
  @TextField({ max: 500, optional: true }) scope?: string;
  @TextField({ max: 200, optional: true }) error?: string;
  @TextField({ max: 2000, optional: true }) error_description?: string;
  @TextField({ max: 2000, optional: true }) error_uri?: string;
}
