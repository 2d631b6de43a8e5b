export type { Article, ArticleFormat } from './article.js'
export { ARTICLE_LIMIT, readArticle } from './read-article.js'
