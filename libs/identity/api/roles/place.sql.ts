import { sql, type Column, type Sql } from '@waymark/shared/api/sql';

/** Joins what the place of a role or an invitation is called: `of` is the alias of either. For `PLACE_NAME` and `PLACE_PROVIDER`. */
export const placeOf = (of: 'r' | 'i'): Sql => {
  const column = (name: string) => sql.column(`${of}.${name}` as Column);
  return sql`
    LEFT JOIN provider place_provider ON ${column('scope_kind')} = 'provider' AND place_provider.id = ${column('scope_id')}
    LEFT JOIN organisation place_organisation ON ${column('scope_kind')} = 'organisation' AND place_organisation.id = ${column('scope_id')}
    LEFT JOIN scope place ON place.kind = ${column('scope_kind')} AND place.id = ${column('scope_id')}`;
};

export const PLACE_NAME = sql`coalesce(place_provider.name, place_organisation.short_name, place.name)`;

/** The provider a place is of: itself, or the one that made it. Nothing for organisations, which belong to nobody. */
export const PLACE_PROVIDER = sql`coalesce(place_provider.id, place.provider_id)`;
