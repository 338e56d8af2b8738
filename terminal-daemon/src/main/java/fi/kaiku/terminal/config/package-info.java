/**
 * {@code terminal.yaml}, read once and checked whole: every mistake is told with its place, its
 * value and what was expected, all of them at once.
 */
package fi.kaiku.terminal.config;
