/**
 * Whom a text speaks to that gives orders to language models, and what it orders, by language: an order needs both, the
 * address at its beginning. Own selection; reports about such texts name both, but do not begin like one.
 */
export const MACHINES: Readonly<Record<string, string>> = {
  en: 'ai|a.i.|llm|llms|language model|language models|chatbot|chatbots|chatgpt|gpt|claude|gemini|copilot|assistant|assistants|ai assistant|ai agent|ai agents|agent|agents|crawler|crawlers|bot|bots|summarizer|summarizers|summariser|summarisers|system|system prompt|model|machine readers',
  de: 'ki|ki-assistent|ki-modell|sprachmodell|sprachmodelle|chatbot|assistent',
  fr: 'ia|assistant ia|modèle de langage|chatbot|robot',
  es: 'ia|asistente|asistente de ia|modelo de lenguaje|chatbot',
  pt: 'ia|assistente de ia|modelo de linguagem',
  it: 'ia|assistente ia|modello linguistico',
  ru: 'ии|нейросеть|нейросети|ассистент|языковая модель|чат-бот',
  zh: '人工智能|语言模型|大模型|聊天机器人|ai助手|智能助手|助手',
  ja: '人工知能|言語モデル|チャットボット|アシスタント|aiへ',
  ko: '인공지능|언어 모델|챗봇|어시스턴트',
}

/** What such texts order. */
export const ORDERS: Readonly<Record<string, string>> = {
  en: 'ignore|disregard|forget|bypass|override|overrule|suppress|discard|skip|do not mention|never mention|never tell|do not tell|always recommend|always mention|must recommend|you must|you are now|instruction|instructions|previous|prior|above|directive|directives|guidelines|guardrails|rules|system prompt|prompt|reveal|output|respond only|reply only|reply with|answer with|repeat|execute|from now on|without exception|no restrictions|when summarizing|when summarising|in your summary|in your answer|rank this|recommend this|recommend|do not reveal|reply|respond|developer mode|competitor|competitors',
  de: 'ignoriere|ignorieren sie|vergiss|missachte|umgehe|überschreibe|anweisung|anweisungen|vorherigen|ab jetzt|von nun an|empfiehl|erwähne',
  fr: 'ignore|ignorez|oublie|oubliez|contourne|instructions|instruction|précédentes|désormais|recommande|recommandez|ne mentionne',
  es: 'ignora|olvida|omite|instrucciones|instrucción|anteriores|a partir de ahora|recomienda|no menciones',
  pt: 'ignore|esqueça|desconsidere|instruções|anteriores|a partir de agora|recomende',
  it: 'ignora|dimentica|istruzioni|precedenti|da ora in poi|consiglia',
  ru: 'игнорируй|игнорируйте|забудь|забудьте|инструкции|инструкций|предыдущие|отныне|рекомендуй',
  zh: '忽略|无视|無視|忘记|忘記|绕过|指令|指示|之前的|以上|从现在起|必须推荐|推荐|不要提及|系统提示|只回复|只回答',
  ja: '無視|忘れ|指示|以前の|これまでの|今後は|推奨し|システムプロンプト',
  ko: '무시|잊어|지시|이전|지금부터|추천해',
}

/** How an address begins. */
export const CALLS =
  'attention|note to|note for|instruction for|instructions for|instruction to|instructions to|message to|message for|notice to|notice for|important|dear|hey|hello|hi|to all|to any|to every|if you are|as a|as an|you are|warning to|warning for|reminder to|reminder for|request to|memo to|reading this|achtung|hinweis an|hinweis für|anweisung an|anweisung für|liebe|attention aux|note aux|instruction pour|si vous êtes|atención|nota para|instrucción para|instrucciones para|si eres|atenção|attenzione|nota per|istruzioni per|внимание|инструкция для|если ты|если вы|注意|致|请|如果你是|注意事項|もしあなたが|주의|만약 당신이'

/** A part of each of the orders below, short to compile: a text without any holds no order. */
export const MAY_ORDER =
  /ignor|disregard|forget|override|bypass|discard|\bwhen (?:you )?(?:summ|answ|desc)|vergiss|vergessen|missachte|oubli|olvid|omit[ae]|esqueça|desconsidere|dimentica|negeer|vergeet|zapomnij|игнорируй|забудь|отбрось|talimat|komut|abaikan|تجاهل|انس|忽略|无视|無視|忘|不要理会|무시|잊/i

/**
 * Sentences that take the reader for a machine though they name none: to leave aside what it was told before, or to
 * say something in a summary. After the phrases collections of prompt injections share (OWASP LLM01), by language.
 */
export const MACHINE_ORDERS: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass|discard)\s(?:(?:all|any|every|the|your|of|these|those|other)\s){0,4}(?:previous|prior|above|earlier|preceding|foregoing|existing|former)\s(?:\w{1,20}\s){0,3}(?:instructions?|prompts?|directives?|guidelines|commands|context)\b/i,
  // what stands on a label or in a leaflet may be ignored
  /\b(?:ignore|disregard|forget|override|bypass)\s(?:(?:all|any|your|these)\s(?:(?:of|the|your|these)\s){0,3}(?:system\s)?|the\ssystem\s)(?:instructions|prompts?|directives|guidelines)\b(?!\s(?:on|of|from)\s)/i,
  /\b(?:ignore|disregard|forget|override|bypass)\s(?:of\s)?the\s(?:instructions|prompts?|directives|guidelines)\s(?:above|before|given|you)\b/i,
  /\bwhen (?:you )?(?:summari[sz]e|summari[sz]ing|answer|answering|describe|describing)\s(?:\w{1,20}\s){0,4}(?:page|article|text|document|site|product|company)\b[^.!?]{0,60}\b(?:recommend|say|state|mention|tell|include|describe)\b/i,
  /(?:ignoriere|ignorieren sie|vergiss|vergessen sie|missachte|missachten sie)\s(?:\S{1,20}\s){0,3}(?:vorherigen|bisherigen|obigen|früheren|vorangegangenen|vorigen)\s(?:\S{1,20}\s){0,2}(?:anweisungen|instruktionen|befehle|vorgaben|prompts?)/i,
  /(?:ignore|ignorez|oublie|oubliez)\s(?:\S{1,20}\s){0,3}(?:instructions|consignes|directives)\s(?:\S{1,20}\s)?(?:précédentes|antérieures|ci-dessus)/i,
  /(?:ignora|ignore|olvida|olvide|omite|omita)\s(?:\S{1,20}\s){0,3}(?:instrucciones|indicaciones|órdenes)\s(?:\S{1,20}\s)?(?:anteriores|previas|precedentes)/i,
  /(?:ignore|ignora|esqueça|desconsidere)\s(?:\S{1,20}\s){0,3}(?:instruções|ordens|comandos)\s(?:\S{1,20}\s)?(?:anteriores|prévias|acima)/i,
  /(?:ignora|ignorate|dimentica|dimenticate)\s(?:\S{1,20}\s){0,3}(?:istruzioni|indicazioni)\s(?:\S{1,20}\s)?(?:precedenti|sopra)/i,
  /(?:negeer|vergeet)\s(?:\S{1,20}\s){0,3}(?:vorige|voorgaande|eerdere|bovenstaande)\s(?:instructies|aanwijzingen|opdrachten)/i,
  /(?:zignoruj|ignoruj|zapomnij)\s(?:\S{1,20}\s){0,3}(?:poprzednie|wcześniejsze|powyższe)\s(?:\S{1,20}\s)?(?:instrukcje|polecenia)/i,
  /(?:игнорируй|проигнорируй|забудь|отбрось)(?:те)?\s(?:\S{1,20}\s){0,3}(?:предыдущие|прежние|вышеуказанные|прошлые)\s(?:\S{1,20}\s)?(?:инструкции|указания|команды|промпты)/i,
  /(?:önceki|yukarıdaki)\s(?:tüm\s)?(?:talimatları|komutları)\s(?:\S{1,20}\s)?(?:yok say|görmezden gel|unut)/i,
  /abaikan\s(?:\S{1,20}\s){0,2}(?:instruksi|perintah)\s(?:\S{1,20}\s)?(?:sebelumnya|di atas)/i,
  /(?:تجاهل|انس)\s(?:\S{1,20}\s){0,2}(?:التعليمات|الأوامر)\s(?:\S{1,20}\s)?(?:السابقة|أعلاه)/,
  /(?:忽略|无视|無視|忘记|忘記|忘掉|不要理会)[^。！？\n]{0,8}(?:以上|之前|先前|前面|上述|此前|上面|所有)[^。！？\n]{0,6}(?:指令|指示|提示|命令|规则|規則)/,
  /(?:これまで|以前|上記|すべて|全て)[^。\n]{0,8}(?:指示|命令|プロンプト)[^。\n]{0,4}(?:無視|忘れ)/,
  /(?:이전|위의|앞의|모든)[^.\n]{0,8}(?:지시|명령|지침|프롬프트)[^.\n]{0,6}(?:무시|잊)/,
]
