#!/bin/sh
# Runs once, when the database volume is empty: the three accounts and the database, as tools/lib/postgres/provision.mjs.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres \
  -v owner="$WIR_OWNER_PASSWORD" -v app="$WIR_APP_PASSWORD" -v auditor="$WIR_AUDITOR_PASSWORD" <<'SQL'
CREATE ROLE wir_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD :'owner';
CREATE ROLE wir_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD :'app';
CREATE ROLE wir_auditor LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD :'auditor';
CREATE DATABASE wir OWNER wir_owner;
REVOKE ALL ON DATABASE wir FROM PUBLIC;
GRANT CONNECT ON DATABASE wir TO wir_app, wir_auditor;
SQL
