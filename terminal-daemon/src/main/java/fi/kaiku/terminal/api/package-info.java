/**
 * What the daemon answers on its two Unix sockets, as described in {@code openapi.yaml}: routes,
 * the JSON views of the domain's values, problems, the feeds and the health.
 */
package fi.kaiku.terminal.api;
