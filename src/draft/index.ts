export type { Article, ArticleFormat } from './article/article.js'
export { ARTICLE_LIMIT, readArticle } from './article/read-article.js'
export type { DraftJson } from './assemble/draft-output.js'
export { type Draft, type DraftOptions, draftBrief } from './draft-brief.js'
