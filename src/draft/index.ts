export { ARTICLE_LIMIT, type Article, type ArticleFormat, readArticle } from './article/index.js'
export type { DraftJson } from './assemble/to-json.js'
export { type Draft, type DraftOptions, draftBrief } from './draft-brief.js'
