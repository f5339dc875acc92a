/**
 * Generated from the API's OpenAPI document by `npm run api`. Do not edit.
 */
export interface paths {}
export interface components {
  schemas: {};
}
