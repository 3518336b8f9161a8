/** Emoji and emoticons, each under the name of the feeling that the lexicon knows it by. */

const table = `
:joy: 😀 😃 😄 😁 😆 😊 🙂 😍 🥰 😘 🤩 😎 🥳 🎉 🎊 ❤ 💖 💕 💙 💚 💛 🧡 💜 ♥ 😻 👏 🙌 ☀ 🌞 💃 🕺 👍 😋 🤗 ✨ 🏆 🥇 :) :-) =) :D :-D =D xD XD ;) ;-) ^^ <3 :3 :p :P ;p :] :*
:laugh: 😂 🤣 😹
:sadness: 😢 😭 😞 😔 😟 🙁 ☹ 😿 💔 🥺 😩 😫 😥 😪 🖤 :( :-( =( :'( :’( :[ D:
:anger: 😠 😡 🤬 👿 💢 😤 👎 🖕 🙄 >:( >:[
:fear: 😨 😰 😱 😧 😬 🫣 👻
:surprise: 😮 😲 😯 🤯 😳 🙀 :o :O =O :-o :-O
:disgust: 🤢 🤮 🤧 💩 :S :x
:trust: 🤝 🙏 🫂
:anticipation: 🤞 ⏳ 🔜
:dismay: 😕 😒 😑 😐 :/ :-/ :\\ :|
`;

export const emoticonMeanings: ReadonlyMap<string, string> = new Map(
  table
    .trim()
    .split('\n')
    .flatMap(line => {
      const [name = '', ...signs] = line.split(' ');
      return signs.map(sign => [sign, name] as const);
    }),
);
