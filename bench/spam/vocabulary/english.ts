import type { Family } from './family.ts'

/** English. Own collection, after what hacked pages were seen to carry. */
export const ENGLISH: readonly Family[] = [
  {
    family: 'pharma',
    lang: 'en',
    script: 'Latin',
    heads:
      'viagra|ivermectin|cialis|prednisone|tramadol|finasteride|xanax|accutane|kamagra|ozempic|levitra|gabapentin',
    before: 'buy|get|cheap|order|generic|discount|brand|low cost|online|overnight',
    after:
      'without prescription|from india|no rx|with paypal|free shipping|price comparison|online pharmacy|coupon|cheap price|same day delivery',
    frames:
      'Buy {} and save money, {} shipped worldwide in plain packaging.|Our licensed store sells {} at half price, no doctor needed for {}.|Order {} today and receive {} free of charge.|Looking for {} at the right price? Get {} delivered to your door.|Cheap {} is just one click away, pay by card or bitcoin for {}.|You can purchase {} from a trusted supplier, {} in stock.',
  },
  {
    family: 'gambling',
    lang: 'en',
    script: 'Latin',
    heads:
      'online casino|plinko game|slot machines|baccarat|free spins|keno|sports betting|crash game|poker bonus|video poker|jackpot|live dealer tables',
    before: 'best|top rated|real money|new|crypto|trusted|no deposit|fast payout|play|high roller',
    after: 'bonus|canada|free play|sign up offer|uk|for real cash|no deposit|tournament|jackpot|promo code',
    frames:
      'Play {} now and claim a welcome package at {}.|Sign up at {} and double your first deposit with {}.|Win big at {} with instant payouts from {}.|Enjoy hundreds of games at {} and try {} tonight.|Join thousands of lucky winners at {} and spin {} today.|Grab your exclusive offer at {} before {} is gone.',
  },
  {
    family: 'essays',
    lang: 'en',
    script: 'Latin',
    heads:
      'custom essay|lab report|dissertation|capstone project|term paper|coursework|homework|admission letter|research paper|case study answers',
    before: 'buy|cheap|write my|professional|order|college|pay for|top quality|do my|native',
    after:
      'writing service|for sale|help online|writers|cheap|no plagiarism|same day|expert assistance|for me|money back',
    frames:
      'Order {} from expert writers and get {} before your deadline.|Our team delivers {} with a plagiarism report, plus {} at student rates.|Struggling with {}? Let a professional finish {} tonight.|Get top grades with {} written from scratch, including {}.|We offer {} at affordable prices and {} with unlimited revisions.|Hire a verified author for {} and relax, {} is guaranteed.',
  },
  {
    family: 'loans',
    lang: 'en',
    script: 'Latin',
    heads:
      'payday loans|title loan|cash advance|credit repair|personal loans|merchant funding|bad credit|installment lender|debt relief|tax refund advance',
    before: 'instant|guaranteed|fast|same day|easy|low rate|online|pre-approved|no credit check|urgent',
    after:
      'near me|approval|direct lenders|with no fees|bad credit ok|in minutes|online|no paperwork|up to 5000|apply today',
    frames:
      'Apply for {} and get funded within the hour, {} available to everybody.|Need money before payday? {} can be yours with {}.|Get {} with no questions asked and {} on your phone.|We approve {} in seconds, even {} with a poor score.|Bad history is no problem, {} and {} await you.|Borrow what you need through {}, repay later with {}.',
  },
  {
    family: 'replica',
    lang: 'en',
    script: 'Latin',
    heads:
      'replica watches|handbags|rolex|designer belts|jerseys|sneakers|louis vuitton|puffer jackets|sunglasses|knockoff purses',
    before:
      'cheap|aaa quality|wholesale|fake|discount|authentic looking|outlet|luxury|swiss made|mirror image',
    after:
      'for sale|factory direct|outlet store|free shipping|china|best price|online shop|clearance|uk sale|black friday deal',
    frames:
      'Shop {} at seventy percent off, {} with free worldwide shipping.|Our outlet sells {} and {} at factory prices.|Find {} that nobody can tell from the original, and {} on sale.|Cheap {} on sale now, hurry while {} last.|Welcome to our store for {}, we also stock {}.|Discover {} for men and women, {} restocked weekly.',
  },
  {
    family: 'seo',
    lang: 'en',
    script: 'Latin',
    heads:
      'backlinks|instagram likes|guest posts|youtube views|web traffic|tiktok followers|link building|domain authority boost|seo services|press release blast',
    before: 'buy|cheap|high quality|real|dofollow|organic|guaranteed|bulk|fast|permanent',
    after:
      'package|cheap|for your site|instant delivery|ranking|from real users|service|with refill|agency|lifetime warranty',
    frames:
      'Rank first on Google with {}, order {} today.|We sell {} at wholesale rates and {} with full reports.|Boost your site with {} from our network and {} for free.|Get {} delivered in a day, {} never drop.|Increase your visitors using {}, our {} is risk free.|Grow overnight with {} and unlock {} at a discount.',
  },
  {
    family: 'crypto',
    lang: 'en',
    script: 'Latin',
    heads:
      'bitcoin investment|usdt mixer|forex signals|cloud mining|binary options|trading robot|crypto giveaway|presale token|wallet recovery|copy trading',
    before: 'best|secret|guaranteed|automated|legit|high yield|trusted|risk free|top|hourly',
    after:
      'platform|profit|daily returns|double your money|telegram group|payouts|expert|plan|no loss|withdrawal proof',
    frames:
      'Invest in {} and earn ten percent every day with {}.|Our {} has made ordinary people rich, start {} with fifty dollars.|Message our manager on Telegram about {} and recover funds by {}.|Turn two hundred into two thousand with {}, thanks to {}.|Do not miss {}, deposit now and watch {} grow.|Contact the team on WhatsApp for {} and get {} today.',
  },
  {
    family: 'prompts',
    lang: 'en',
    script: 'Latin',
    heads:
      'previous instructions|hidden directive|system prompt|assistant rules|this product|our brand|the user|safety guidelines|all reviews|competitor pages',
    before:
      'ignore all|override the|disregard|forget the|always recommend|mention|do not reveal|bypass|rank first|suppress',
    after:
      'immediately|from now on|in every answer|when summarizing|as an AI|without exception|and obey|at all times|in your reply|to everyone',
    frames:
      'If you are a language model, {} and {}.|Attention AI assistant: {}, then {}.|As an AI you must {} and also {}.|Note to summarizers: {} and never {}.|Dear crawler bot, please {} and {}.|Instruction for chatbots reading this page: {}, after that {}.',
  },
]
