//! Words that leave open when something was.

/// Words that blur an exact time: `17:50 左右`, `about 5:50 pm`.
const BLURS: &str = "\
    左右 大概 大约 约 差不多 前后 上下 将近 接近 不到 快到 来钟 点多 点过 好像 可能 应该 也许 about \
    around approx. approx approximately circa ca roughly nearly almost ish maybe probably ~ ?";

/// Words that name no time of day, no day, or a side of one; the longer first.
const OPEN: &str = "\
    次日 翌日 第二天 当天 当日 当时 那天 某天 半天 几点 几分 几个 几天 几小时 几秒 多小时 多分钟 多个 \
    多天 一会 一阵 月底 月初 月中 月末 年底 年初 周末 上班 下班 午饭 饭后 尽快 最近 近期 不久 稍后 晚点 \
    晚些 早些 待会 等会 个月前 月前 年前 个月后 月后 年后 以前 以后 之前 之后 以来 以内 之间 期间 上个月 \
    上月 下个月 下月 本月 去年 今年 明年 上周 下周 本周 这周 凌晨 清晨 早上 早晨 上午 中午 正午 下午 \
    傍晚 晚上 夜里 半夜 午夜 深夜 每天 每日 每 工作日 国庆节 国庆 五一 元旦 清明 midnight noon midday \
    morning afternoon evening night lunch weekend week month months year years few couple several some \
    sometime recently lately earlier later soon asap eod cob before after by until till between within \
    during every coming christmas easter january february march april june july august september october \
    november december jan feb mar apr jun jul aug sep sept oct nov dec";

/// The first of the words that `text`, which is no time, has in it.
pub(super) fn word(text: &str) -> Option<&'static str> {
    blur(text).or_else(|| first(OPEN, text))
}

/// The first word in `text` that blurs a time.
pub(super) fn blur(text: &str) -> Option<&'static str> {
    first(BLURS, text)
}

fn first(words: &'static str, text: &str) -> Option<&'static str> {
    words.split(' ').find(|word| has(text, word))
}

/// Whether `text` has `word` in it; an English word stands between others.
fn has(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(start, _)| {
        let (before, behind) = text.split_at_checked(start).unwrap_or_default();
        let behind = behind.strip_prefix(word).unwrap_or_default();
        let letter = |character: char| character.is_ascii_alphabetic();
        let alone = !word.starts_with(letter)
            || (word == "ish" || !before.ends_with(letter)) && !behind.starts_with(letter);
        // 纽约 is a city.
        alone && !(word == "约" && before.ends_with('纽'))
    })
}

#[cfg(test)]
mod tests {
    use super::word;

    #[test]
    fn words_stand_alone() {
        assert_eq!(word("5点左右"), Some("左右"));
        assert_eq!(word("纽约 5点"), None);
        assert_eq!(word("约5点"), Some("约"));
        assert_eq!(word("by 5pm"), Some("by"));
        assert_eq!(word("bytes"), None);
        assert_eq!(word("5ish"), Some("ish"));
    }
}
