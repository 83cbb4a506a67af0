//! Replaces derived implementations of serde by calls of the macros in `src/fields.rs`, which expand to far less code.

use std::error::Error;

use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Fields, File, Item, ItemStruct, Lit, Meta, Token};

use super::builders::module;

type Metas = Punctuated<Meta, Token![,]>;

/// The arguments of the attributes with this name.
fn arguments(attributes: &[Attribute], name: &str) -> syn::Result<Vec<Meta>> {
    let mut arguments = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident(name)) {
        arguments.extend(attribute.parse_args_with(Metas::parse_terminated)?);
    }
    Ok(arguments)
}

/// The name of a field in JSON, and whether it is left out if it is `None`.
fn in_json(attributes: &[Attribute], name: String) -> syn::Result<Option<(String, bool)>> {
    let (mut name, mut optional) = (name, false);
    for argument in arguments(attributes, "serde")? {
        let Meta::NameValue(argument) = argument else { return Ok(None) };
        let Expr::Lit(ExprLit { lit: Lit::Str(value), .. }) = &argument.value else { return Ok(None) };
        match value.value() {
            value if argument.path.is_ident("rename") => name = value,
            value if argument.path.is_ident("skip_serializing_if") && value == "::std::option::Option::is_none" => {
                optional = true;
            }
            _ => return Ok(None),
        }
    }
    Ok(Some((name, optional)))
}

/// The fields in the macros' notation; `None` for a structure that serde has to derive.
fn notation(item: &ItemStruct) -> syn::Result<Option<(String, String)>> {
    let Fields::Named(fields) = &item.fields else { return Ok(None) };
    if !arguments(&item.attrs, "serde")?.is_empty() {
        return Ok(None);
    }
    let (mut read, mut write) = (String::new(), String::new());
    for field in &fields.named {
        let Some(ident) = &field.ident else { return Ok(None) };
        let Some((name, optional)) = in_json(&field.attrs, ident.to_string())? else { return Ok(None) };
        let name = if ident == name.as_str() { format!("{ident} ") } else { format!("{ident} {name:?} ") };
        read.push_str(&name);
        write.push_str(&name);
        write.push_str(if optional { "[optional] " } else { "" });
    }
    Ok(Some((read, write)))
}

/// Removes the two derived implementations, and returns the macros that take their place.
fn replace(item: &mut ItemStruct) -> syn::Result<Vec<Item>> {
    let is_derived = |derived: &Meta, name: &str| derived.path().segments.last().is_some_and(|last| last.ident == name);
    let derived = arguments(&item.attrs, "derive")?;
    if !["Deserialize", "Serialize"].iter().all(|name| derived.iter().any(|it| is_derived(it, name))) {
        return Ok(Vec::new());
    }
    let Some((read, write)) = notation(item)? else { return Ok(Vec::new()) };
    let others = derived.iter().filter_map(|it| it.path().get_ident()).map(ToString::to_string).collect::<Vec<_>>();
    for attribute in &mut item.attrs {
        if let Meta::List(list) = &mut attribute.meta
            && list.path.is_ident("derive")
        {
            list.tokens = others.join(", ").parse()?;
        }
    }
    if let Fields::Named(fields) = &mut item.fields {
        fields.named.iter_mut().for_each(|field| field.attrs.retain(|attribute| !attribute.path().is_ident("serde")));
    }
    let name = &item.ident;
    [("read_fields", read), ("write_fields", write)]
        .iter()
        .map(|(make, fields)| syn::parse_str(&format!("crate::fields::{make}! {{ {name} {{ {fields} }} }}")))
        .collect()
}

/// Replaces them in a generated client.
pub fn replaced(file: &mut File) -> Result<(), Box<dyn Error>> {
    let types = module(&mut file.items, "types").ok_or("the generated client has no module `types`")?;
    for mut item in std::mem::take(types) {
        let macros = if let Item::Struct(item) = &mut item { replace(item)? } else { Vec::new() };
        types.push(item);
        types.extend(macros);
    }
    Ok(())
}
