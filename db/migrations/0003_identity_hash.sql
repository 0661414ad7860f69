-- The same as lib/identity-hash.ts, for statements over many contacts. The cast of the enum is stable only in general;
-- the values of this one are never renamed.
CREATE FUNCTION identity_hash(kind identity_kind, value text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $fn$
  SELECT encode(sha256(convert_to(kind::text || ':' || value, 'UTF8')), 'hex')
$fn$;
