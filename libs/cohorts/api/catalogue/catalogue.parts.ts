/** What the catalogue part of this domain brings to its module. */
export const catalogueEntities = [];
export const catalogueControllers = [];
export const catalogueProviders = [];
