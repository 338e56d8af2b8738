/**
 * Files of the Linux kernel that Java's own I/O can't handle: what needs ioctl, poll or a netlink
 * socket. The only package that uses java.lang.foreign.
 */
package fi.kaiku.device.linux;
