/** The hub's database: a SQLite file of its own, or PostgreSQL that several hubs share. */
package fi.kaiku.hub.store;
