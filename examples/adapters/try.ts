/** Runs every adapter with the package it is for. */
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CheerioCrawler, Configuration } from '@crawlee/cheerio'
import { Document } from '@langchain/core/documents'
import express from 'express'
import { Hono } from 'hono'
import { dechaffHandler as crawled } from './crawlee.ts'
import { dechaffHandler as posted } from './express.ts'
import { fullTextFeed } from './feed.ts'
import { readable } from './hono.ts'
import { DechaffTransformer } from './langchain.ts'
import { DechaffReader } from './llamaindex.ts'
import { clip } from './obsidian.ts'

const PROSE =
  'The weir above the mill held through the night, the miller said, and nobody had to leave the valley.'
const HTML = `<html lang="en"><title>The weir holds</title><nav><a href="/">Home</a></nav><h1>The weir holds</h1>${`<p>${PROSE}</p>`.repeat(6)}</html>`
const isClean = (text: string) => assert.ok(text.includes(PROSE) && !text.includes('Home'), text)
const told = (name: string) => console.log(`${name}: ok`)

const pages = createServer((_, response) =>
  response.setHeader('content-type', 'text/html; charset=utf-8').end(HTML),
)
await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve))
const url = `http://127.0.0.1:${(pages.address() as AddressInfo).port}/weir`

const { handle, close } = crawled({ size: 1 })
const config = new Configuration({ persistStorage: false })
const crawler = new CheerioCrawler({ requestHandler: handle, maxRequestRetries: 0 }, config)
await crawler.run([url])
const { items } = await crawler.getData()
close()
assert.equal(items[0]?.title, 'The weir holds')
isClean(String(items[0]?.text))
told('Crawlee')

const given = new Document({ pageContent: HTML, metadata: { source: url } })
const [document] = await new DechaffTransformer().transformDocuments([given])
isClean(document!.pageContent)
assert.equal(document!.metadata.title, 'The weir holds')
told('LangChain.js')

const [read] = await new DechaffReader().loadData([{ bytes: new TextEncoder().encode(HTML), url }])
isClean(read!.getText())
assert.equal(read!.metadata.title, 'The weir holds')
told('LlamaIndex.TS')

const stop = new AbortController()
const app = express()
app.post('/clean', express.raw({ type: () => true, limit: '10mb' }), posted({ size: 1, signal: stop.signal }))
const server = app.listen(0, '127.0.0.1')
await new Promise((resolve) => server.once('listening', resolve))
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/clean?url=${encodeURIComponent(url)}`
const answer = await fetch(address, { method: 'POST', body: HTML, headers: { 'content-type': 'text/html' } })
const record = (await answer.json()) as { articles: { text: string }[]; input: { url: string } }
isClean(record.articles[0]!.text)
assert.equal(record.input.url, url)
stop.abort()
server.close()
told('Express')

const hono = new Hono()
hono.use(readable())
hono.get('/', (c) => c.html(HTML))
isClean(await (await hono.request('/', { headers: { accept: 'text/markdown' } })).text())
told('Hono')

isClean(await fullTextFeed('Valley', url, [{ link: url, title: 'Weir', html: HTML }]))
told('Feed')

const [note] = await clip({ html: HTML, url }, 'vault')
assert.equal(note, 'vault/The weir holds.md')
told('Obsidian')
pages.close()
