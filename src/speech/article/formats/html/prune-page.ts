import type { Page, PageElement } from './dom.js'

/** Takes out of a page what is around its article, before the article is looked for: short ones are lost in it otherwise. */
export function prunePage(page: Page): void {
  for (const element of [...page.querySelectorAll(NON_ARTICLE_SELECTOR)]) element.remove()
  for (const element of [...page.querySelectorAll('[class], [id], [style], [role]')])
    if (isOutsideContent(element) && !containsArticle(element)) element.remove()
}

const NON_ARTICLE_SELECTOR =
  'script, style, noscript, template, nav, form, button, input, select, textarea, iframe, object, embed, svg, canvas, audio, video, picture, img, figcaption, aside, dialog, footer, link, [hidden], [aria-hidden=true]'

const NON_ARTICLE_ROLES =
  /^(?:navigation|banner|complementary|contentinfo|search|dialog|alertdialog|menu|menubar|toolbar)$/
const NON_ARTICLE_CLASSES =
  /(?:^|[\s_-])(?:comments?|disqus|livefyre|advert|advertisement|advertising|ads?|adslot|sponsor(?:ed)?|promo|newsletter|subscribe|subscription|paywall|share|sharing|social|related|recommended|recirc|outbrain|taboola|cookies?|consent|breadcrumbs?|sidebar|popup|modal|skip-link|most-read|trending)(?:[\s_-]|$)/

function isOutsideContent(element: PageElement): boolean {
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')) return true
  if (NON_ARTICLE_ROLES.test(element.getAttribute('role') ?? '')) return true
  const name = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
  return NON_ARTICLE_CLASSES.test(
    name
      .slice(0, 500)
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase(),
  )
}

/** The names of an element that holds it all often say what a page allows, such as `comments-open`. */
function containsArticle(element: PageElement): boolean {
  return (
    /^(?:html|body|main|article)$/i.test(element.nodeName) ||
    element.querySelector('article, main, h1') !== null
  )
}
