export { ARTICLE_LIMIT, type Article, type ArticleFormat, readArticle } from './article/index.js'
