import { expect, it } from 'vitest'
import { clean } from '../../src/index.ts'

it('parts briefs that begin with the paper they come from, and leaves one story with such a lead whole', async () => {
  const briefs = `首页
一周简讯
渡口的缆绳换新
本报讯 渡口的缆绳周一换成了新的。老船工说，旧缆绳用了十九年，断过三次。
小学挖了一口井
本报讯 南岸小学在操场边挖了一口井。井水离地面九米，校长说水里有铁锈味。
图书馆来了两只羊
本报讯 镇图书馆上周进了两只羊。它们吃掉了目录的前六页，其余的早已存进电脑。
联系我们`
  const { articles } = await clean({ text: briefs })
  expect(articles.map(({ title }) => title)).toEqual(['渡口的缆绳换新', '小学挖了一口井', '图书馆来了两只羊'])
  const story = `首页
渡口的缆绳换新
本报讯 渡口的缆绳周一换成了新的。老船工说，旧缆绳用了十九年，断过三次，每一次都是在涨水的时候。
新缆绳从省城运来，长四百米，船工们卷了一整天。镇长到场看了一看，说了两句话就走了。
渡船明天起照常开，早晨六点第一班，晚上九点最后一班。
联系我们`
  expect((await clean({ text: story })).articles).toHaveLength(1)
})
