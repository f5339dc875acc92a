/**
 * Generated from the API's OpenAPI document by `npm run api`. Do not edit.
 */
/* eslint-disable */
export interface paths {
  [path: string]: any;
}
export interface components {
  schemas: { [name: string]: any };
}
