//! The page for people, as people use it: the program in a process of its own, and Chromium.

mod middleman;
mod page;
mod scenes;
mod site;
mod weight;

mod accessible;
mod account;
mod customer;
mod customers_in;
mod deep;
mod filters;
mod job;
mod keyboard;
mod lies;
mod list;
mod manners;
mod overview;
mod phone;
mod plain_http;
mod prefix;
mod proof;
mod search;
mod set_action;
mod sign_in;
