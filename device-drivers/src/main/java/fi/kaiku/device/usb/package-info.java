/**
 * USB from user space: what a device says it has, and claims of single interfaces of it. The only
 * package that knows libusb (usb4java 1.3.0, libusb 1.0.22 inside).
 */
package fi.kaiku.device.usb;
