//! Chinese numerals.

/// `text` with Chinese numerals up to 99, and digit strings such as 二〇二六, as Arabic digits. Weekday
/// names keep theirs: 周五, 星期一, (六).
///
/// # Errors
/// The first numeral that leaves open which of two numbers is meant.
pub(in crate::exchange) fn to_digits(text: &str) -> Result<String, String> {
    let mut digits = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    let mut before = ' ';
    while let Some(character) = characters.next() {
        let weekday = matches!(before, '周' | '期' | '拜')
            || before == '(' && characters.peek() == Some(&')');
        before = character;
        if weekday || value(character).is_none() {
            digits.push(character);
            continue;
        }
        let mut numeral = vec![character];
        while let Some(next) = characters.next_if(|next| value(*next).is_some()) {
            numeral.push(next);
            before = next;
        }
        if characters.peek() != Some(&'年') && is_loose(&numeral) {
            return Err(numeral.into_iter().collect());
        }
        digits.push_str(&number(&numeral));
    }
    Ok(digits)
}

/// 三四点, 两三个小时: one or the other.
fn is_loose(numeral: &[char]) -> bool {
    let digit = |character: &char| value(*character).filter(|value| (1..10).contains(value));
    match numeral {
        [.., ten, one, other] if value(*ten) == Some(10) => {
            digit(one).is_some() && digit(other).is_some()
        }
        [one, other] => match (digit(one), digit(other)) {
            (Some(one), Some(other)) => other == one + 1 || (one, other) == (3, 5),
            _ => false,
        },
        _ => false,
    }
}

/// A digit, or 10 for 十.
fn value(character: char) -> Option<u32> {
    "零一二三四五六七八九十"
        .chars()
        .position(|digit| digit == character)
        .and_then(|position| u32::try_from(position).ok())
        .or(match character {
            '〇' => Some(0),
            '两' => Some(2),
            _ => None,
        })
}

fn number(numeral: &[char]) -> String {
    let values: Vec<u32> = numeral
        .iter()
        .filter_map(|character| value(*character))
        .collect();
    match values.as_slice() {
        [10] => "10".to_owned(),
        [10, ones] => (10 + ones).to_string(),
        [tens, 10] => (tens * 10).to_string(),
        [tens, 10, ones] => (tens * 10 + ones).to_string(),
        digits => digits.iter().map(u32::to_string).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::to_digits;

    #[test]
    fn reads_numerals() {
        let read = |text| to_digits(text).unwrap_or_else(|loose| panic!("{loose} is loose"));
        assert_eq!(read("二〇二六年二月十四日"), "2026年2月14日");
        assert_eq!(read("十七点五十分"), "17点50分");
        assert_eq!(read("二十点"), "20点");
        assert_eq!(read("十点零五分"), "10点05分");
        assert_eq!(read("上周五九点半"), "上周五9点半");
        assert_eq!(read("两小时前"), "2小时前");
        assert_eq!(read("二三年二月"), "23年2月");
    }

    #[test]
    fn loose_numerals() {
        for loose in ["三四", "两三", "三五", "十二三"] {
            assert_eq!(to_digits(&format!("{loose}点")), Err(loose.to_owned()));
        }
    }
}
