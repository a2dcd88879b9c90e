import { rule } from '../core/rule.ts'

/** Where a platform says that a post was sent from: a province or a country and nothing else. */
const PLACE = /^(?:发布于|发表于|编辑于|发自|来自|IP\s?属地|IP\s?屬地)[:：\s]?\s?\p{Script=Han}{2,6}$/iu

export default rule({
  id: 'post-place',
  role: 'dateline',
  doc: 'The place a platform says a post was sent from.',
  weight: 2.5,
  evidence: { html: 'name', text: 'proof' },
  examples: [
    {
      name: 'under a post',
      page: `
        渡口的老船工今年七十一岁，每天早晨五点起床，先到江边看水位，再回家生火做饭。
        ✗ 发布于：湖东省
        ✗ IP属地 湖东
        来自湖东省的船工今年七十一岁。`,
    },
  ],
  seeBlock: ({ text }, { chars }) =>
    chars <= 16 && PLACE.test(text) ? `says where it was sent from: "${text}"` : undefined,
})
