/**
 * Customers at kiosks who need a person, and the clerks who say that they come. Lives in memory
 * only: who waited through a restart is standing at the desk by now.
 */
package fi.kaiku.terminal.call;
