package fi.kaiku.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What must hold of the desk on any screen, in any state and language. */
final class Fit {
  /** Lists what does not fit; sizes in CSS pixels. */
  private static final String MISFITS =
      """
      () => {
        const found = [];
        const inside = (e) => { const r = e.getBoundingClientRect();
          return r.top >= 0 && r.left >= 0 && r.bottom <= innerHeight + 1 && r.right <= innerWidth + 1; };
        const visible = (selector) => [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility());
        if (document.scrollingElement.scrollWidth > innerWidth) found.push('page is wider than the screen');
        visible('h1, [data-primary], [data-undo], .bar *, .strip > *').filter((e) => !inside(e))
          .forEach((e) => found.push('outside: ' + e.textContent));
        visible('.product button, dialog button').filter((e) => { const r = e.getBoundingClientRect(); return r.height < 47.5 || r.width < 47.5; })
          .forEach((e) => found.push('too small: ' + e.textContent));
        visible('h1, h2, h3, b, p, dd, button, .facts, .told span').filter((e) =>
            e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline' && !e.closest('.event-name b'))
          .forEach((e) => found.push('cut: ' + e.textContent));
        visible('.bar time, .bar button, [data-primary]').forEach((a) => visible('.bar time, .bar button, [data-primary]')
          .filter((b) => a !== b && overlap(a.getBoundingClientRect(), b.getBoundingClientRect()))
          .forEach((b) => found.push('over each other: ' + a.textContent + ' / ' + b.textContent)));
        function overlap(a, b) { return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom; }
        return found;
      }
      """;

  /**
   * Goes to each button, field and piece of text, scrolling where the page lets a person scroll up
   * and down, and looks whether all of it is there and nothing lies over it. Only an event's name
   * and the place's own name may end in an ellipsis.
   */
  private static final String HIDDEN =
      """
      () => {
        const found = new Set();
        const room = document.querySelector('dialog[open]') ?? document.querySelector('.product');
        const said = (e) => (e.getAttribute('aria-label') ?? e.textContent).trim().replace(/\\s+/g, ' ').slice(0, 60);
        const mayEnd = '.event-name b, .where, .out-of-sight, svg';
        const clips = (e) => { const all = []; for (let p = e.parentElement; p; p = p.parentElement)
          if (getComputedStyle(p).overflowX !== 'visible') all.push(p); return all; };
        const cutBy = (r, e) => clips(e).find((p) => { const c = p.getBoundingClientRect();
          return r.left < c.left - 1 || r.right > c.right + 1 || r.top < c.top - 1 || r.bottom > c.bottom + 1; });
        const isOnTop = (e, x, y) => { const top = document.elementFromPoint(x, y); return top && (e.contains(top) || top.contains(e)); };
        for (const e of room.querySelectorAll('button, input')) {
          if (!e.checkVisibility()) continue;
          e.scrollIntoView({ block: 'nearest', inline: 'nearest' });
          const r = e.getBoundingClientRect();
          if (r.left < -1 || r.top < -1 || r.right > innerWidth + 1 || r.bottom > innerHeight + 1 || cutBy(r, e)) found.add('cut control: ' + said(e));
          for (const [x, y] of [[.5, .5], [.05, .5], [.95, .5], [.5, .1], [.5, .9]])
            if (!isOnTop(e, r.left + r.width * x, r.top + r.height * y)) found.add('covered control: ' + said(e));
        }
        const texts = document.createTreeWalker(room, NodeFilter.SHOW_TEXT);
        for (let t = texts.nextNode(); t; t = texts.nextNode()) {
          const e = t.parentElement;
          if (!t.data.trim() || !e.checkVisibility() || e.closest(mayEnd)) continue;
          // A field's own count of letters stands in it.
          if (getComputedStyle(e).pointerEvents === 'none') continue;
          const range = document.createRange();
          range.selectNodeContents(t);
          e.scrollIntoView({ block: 'nearest', inline: 'nearest' });
          for (const r of range.getClientRects()) {
            const x = r.left + r.width / 2, y = r.top + r.height / 2;
            const clip = clips(e).find((p) => { const c = p.getBoundingClientRect(); return r.left < c.left - 1 || r.right > c.right + 1; });
            if (clip || r.left < -1 || r.right > innerWidth + 1) found.add('cut text: ' + said(e));
            else if (y > 0 && y < innerHeight && !cutBy(r, e) && !isOnTop(e, x, y)) found.add('covered text: ' + said(e));
          }
          if (getComputedStyle(e).webkitLineClamp !== 'none' && e.scrollHeight > e.clientHeight + 1) found.add('cut text: ' + said(e));
        }
        return [...found];
      }
      """;

  /**
   * Lists what of a selector's elements is not seen whole as the page stands, without scrolling:
   * cut by the screen or by what scrolls, under its fading end, or covered.
   */
  private static final String OUT_OF_SIGHT =
      """
      (selector) => {
        const fading = (p) => p.scrollHeight > p.clientHeight + 1 ? parseFloat(getComputedStyle(p).paddingBottom) : 0;
        const seen = (e) => {
          const r = e.getBoundingClientRect();
          if (r.top < 0 || r.left < 0 || r.bottom > innerHeight || r.right > innerWidth) return false;
          for (let p = e.parentElement; p; p = p.parentElement) {
            if (getComputedStyle(p).overflowX === 'visible') continue;
            const c = p.getBoundingClientRect();
            if (r.top < c.top - 1 || r.bottom > c.bottom - fading(p) + 1 || r.left < c.left - 1 || r.right > c.right + 1) return false;
          }
          return [[.5, .5], [.05, .5], [.95, .5], [.5, .1], [.5, .9]].every(([x, y]) => {
            const top = document.elementFromPoint(r.left + r.width * x, r.top + r.height * y);
            return top && (e.contains(top) || top.contains(e));
          });
        };
        const all = [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility());
        if (all.length === 0) return ['nothing is there'];
        return all.filter((e) => !seen(e)).map((e) => e.textContent.trim().replace(/\\s+/g, ' '));
      }
      """;

  private Fit() {}

  /** What a selector finds is seen whole before anybody scrolls. */
  static void assertInSight(OpenDesk desk, String selector, String name) {
    assertThat(listed(desk, OUT_OF_SIGHT, selector)).as(name).isEmpty();
  }

  static void assertFits(OpenDesk desk, String name) {
    assertThat(listed(desk, MISFITS)).as(name).isEmpty();
    assertThat(listed(desk, HIDDEN)).as(name).isEmpty();
  }

  private static List<String> listed(OpenDesk desk, String script) {
    return listed(desk, script, "");
  }

  @SuppressWarnings("unchecked") // the scripts return an array of texts
  private static List<String> listed(OpenDesk desk, String script, String selector) {
    return (List<String>) desk.page.evaluate(script, selector);
  }
}
