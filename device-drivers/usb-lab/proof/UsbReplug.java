import org.usb4java.*;

/** usb4java after a device was unplugged and plugged in again. */
final class UsbReplug {
    /** What a device list shows after a replug: the same context, then a fresh one. */
    static void stale() throws Exception {
        for (String d : new String[]{"hidpos", "kbd"}) {
            int vid = d.equals("kbd") ? 0x0627 : 0x1209, pid = d.equals("kbd") ? 1 : 3;
            Lab.ctl(d + " unplug");
            Lab.ctl(d + " plug");
            DeviceHandle h = Usb.open(vid, pid);
            Lab.say(d, "same context, no event handling: open", h == null ? "failed" : "ok");
            if (h != null) LibUsb.close(h);
            long t = System.nanoTime();
            Context c = new Context();
            LibUsb.init(c);
            DeviceList l = new DeviceList();
            int n = LibUsb.getDeviceList(c, l);
            boolean found = false;
            for (Device x : l) {
                DeviceDescriptor dd = new DeviceDescriptor();
                LibUsb.getDeviceDescriptor(x, dd);
                if ((dd.idVendor() & 0xffff) == vid && dd.idProduct() == pid) {
                    h = new DeviceHandle();
                    int r = LibUsb.open(x, h);
                    Lab.say(d, "fresh context: open", Usb.err(r));
                    if (r == 0) LibUsb.close(h);
                    found = true;
                }
            }
            LibUsb.freeDeviceList(l, true);
            LibUsb.exit(c);
            Lab.say(d, "fresh context:", n, "devices, found", found, Lab.ms(t));
        }
    }
}
