//! What every policy must hold to.

use super::{Error, Policy};

impl Policy {
    /// Checks that the policy does not contradict itself.
    ///
    /// # Errors
    /// [`Error::ZeroTarget`] for a target that is not positive, [`Error::MissingTarget`] where a priority
    /// has none, [`Error::NoPriorities`] without any, [`Error::UnorderedThresholds`] when the warning
    /// levels do not ascend from above zero.
    ///
    /// ```
    /// use sla_planner::engine::{Error, Policy};
    /// let mut policy = Policy::spt_001()?;
    /// policy.targets[0].seconds[0] = 0;
    /// assert!(matches!(policy.check(), Err(Error::ZeroTarget { .. })));
    /// # Ok::<(), sla_planner::engine::Error>(())
    /// ```
    pub fn check(&self) -> Result<(), Error> {
        if self.priorities.is_empty() || self.targets.is_empty() {
            return Err(Error::NoPriorities {
                policy: self.id.clone(),
            });
        }
        for target in &self.targets {
            for (position, priority) in self.priorities.iter().enumerate() {
                let names = || (target.id.clone(), priority.id.clone());
                match target.seconds.get(position) {
                    None => {
                        let (target, priority) = names();
                        return Err(Error::MissingTarget { target, priority });
                    }
                    Some(seconds) if *seconds <= 0 => {
                        let (target, priority) = names();
                        return Err(Error::ZeroTarget { target, priority });
                    }
                    Some(_) => {}
                }
            }
        }
        let shares = self.thresholds.iter().map(|threshold| threshold.share.0);
        let mut last = 0;
        for share in shares {
            if share <= last {
                return Err(Error::UnorderedThresholds {
                    basis_points: share,
                    after: last,
                });
            }
            last = share;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Error, Policy};

    #[test]
    fn promises_something_to_someone() {
        let fault = |change: fn(&mut Policy)| {
            let mut policy = Policy::spt_001().expect("the policy is whole");
            change(&mut policy);
            policy.check()
        };
        assert_eq!(fault(|_| {}), Ok(()));
        let nothing = Err(Error::NoPriorities {
            policy: "SPT-001".to_owned(),
        });
        assert_eq!(fault(|policy| policy.priorities.clear()), nothing);
        assert_eq!(fault(|policy| policy.targets.clear()), nothing);
    }
}
