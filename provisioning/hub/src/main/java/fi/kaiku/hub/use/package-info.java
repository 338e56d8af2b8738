/** What terminals recorded: taken in once, kept for ever, told to the tills that have to know. */
package fi.kaiku.hub.use;
