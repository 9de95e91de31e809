//! Jobs by reading the entries of a span.

use jobs_core::Result;
use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::candidate::{Lead, has_any};
use super::{DOING, Search, Span};
use crate::error::{Context, in_entry};
use crate::format::codes::from_sql;
use crate::format::term_array::customers_of;

impl Search<'_> {
    /// Takes matching jobs by reading the entries of a span.
    pub(super) fn read(&mut self, span: Span) -> Result<()> {
        if self.is_done(self.start_of(span)) {
            return Ok(());
        }
        let (select, conditions) = self.statement(span);
        let sql = self.sql;
        let mut statement = sql.prepare_cached(&select).doing(DOING)?;
        let mut rows = statement.query(params_from_iter(conditions)).doing(DOING)?;
        let customers = &self.wanted.customer;
        while let Some(row) = rows.next().doing(DOING)? {
            let job = row.get(0).doing(DOING)?;
            if self.is_done(job) {
                break;
            }
            if !customers.is_empty()
                && !customers_of(row.get_ref("customers"))
                    .and_then(|json| has_any(json, customers))
                    .map_err(in_entry(from_sql(job)?))?
            {
                continue;
            }
            self.take(job, Lead { customers: true, ..Lead::default() })?;
        }
        Ok(())
    }

    /// The statement that reads the jobs of a span, and the values of its parameters. There are few
    /// such statements, however many values a condition has, so that they are prepared once.
    fn statement(&self, span: Span) -> (String, Vec<Value>) {
        let (since, until) = self.created_within();
        let mut values: Vec<Value> =
            [span.first, span.past, since, until].map(Value::Integer).into();
        let customers = if self.wanted.customer.is_empty() { "NULL" } else { "customers" };
        let mut select = format!(
            "SELECT idx, {customers} AS customers FROM entry
              WHERE idx >= ?1 AND idx < ?2 AND job_id IS NOT NULL
                AND coalesce(created_at, recorded_at) >= ?3
                AND coalesce(created_at, recorded_at) < ?4"
        );
        let wanted = self.wanted;
        for (column, terms) in
            [("user", &wanted.user), ("action", &wanted.action), ("batch", &wanted.batch)]
        {
            let number = values.len() + 1;
            match terms[..] {
                [] => {}
                [term] => {
                    select.push_str(&format!(" AND {column} = ?{number}"));
                    values.push(Value::Integer(term));
                }
                _ => {
                    let any = "(SELECT value FROM json_each";
                    select.push_str(&format!(" AND {column} IN {any}(?{number}))"));
                    let terms: Vec<_> = terms.iter().map(i64::to_string).collect();
                    values.push(Value::Text(format!("[{}]", terms.join(","))));
                }
            }
        }
        if let Some(beginning) = self.query.filter.job_id {
            let number = values.len() + 1;
            select.push_str(&format!(" AND job_id BETWEEN ?{number} AND ?{}", number + 1));
            let (first, last) = beginning.range().into_inner();
            values.extend([first, last].map(|id| Value::Blob(id.as_bytes().to_vec())));
        }
        select.push_str(&format!(" ORDER BY idx {}", self.direction()));
        (select, values)
    }
}
