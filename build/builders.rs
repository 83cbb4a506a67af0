//! Removes the builders of types that only responses contain. Nobody builds a response, and these builders are half of the generated code.

use std::collections::{BTreeMap, BTreeSet};

use syn::{Fields, File, GenericArgument, ImplItem, Item, PathArguments, Type};

type Names = BTreeSet<String>;

/// The module with this name.
pub fn module<'a>(items: &'a mut [Item], name: &str) -> Option<&'a mut Vec<Item>> {
    items.iter_mut().find_map(|item| match item {
        Item::Mod(module) if module.ident == name => module.content.as_mut().map(|(_, items)| items),
        _ => None,
    })
}

/// The last name of a path.
fn name(of: &Type) -> Option<String> {
    let Type::Path(path) = of else { return None };
    path.path.segments.last().map(|segment| segment.ident.to_string())
}

/// The names in a type, with those of its arguments.
fn add_names(of: &Type, names: &mut Names) {
    let Type::Path(path) = of else { return };
    for segment in &path.path.segments {
        names.insert(segment.ident.to_string());
        if let PathArguments::AngleBracketed(arguments) = &segment.arguments {
            for argument in &arguments.args {
                if let GenericArgument::Type(of) = argument {
                    add_names(of, names);
                }
            }
        }
    }
}

/// A type and the names in its fields.
fn contents(item: &Item) -> Option<(String, Names)> {
    let (name, fields): (_, Vec<&Fields>) = match item {
        Item::Struct(item) => (&item.ident, vec![&item.fields]),
        Item::Enum(item) => (&item.ident, item.variants.iter().map(|variant| &variant.fields).collect()),
        _ => return None,
    };
    let mut names = Names::new();
    fields.into_iter().flatten().for_each(|field| add_names(&field.ty, &mut names));
    Some((name.to_string(), names))
}

/// Removes them from a generated client.
pub fn without_unused(file: &mut File) -> Result<(), &'static str> {
    const CHANGED: &str = "the generator arranges builders differently: update build/builders.rs";
    let operations = module(&mut file.items, "builder").ok_or(CHANGED)?;
    let mut requested: Vec<String> = operations.iter().filter_map(contents).flat_map(|(_, names)| names).collect();
    let types = module(&mut file.items, "types").ok_or(CHANGED)?;
    let contents: BTreeMap<String, Names> = types.iter().filter_map(contents).collect();
    let mut used = Names::new();
    while let Some(name) = requested.pop() {
        if let Some(names) = contents.get(&name)
            && used.insert(name)
        {
            requested.extend(names.iter().cloned());
        }
    }
    let is_unused = |of: &Type| name(of).is_some_and(|name| contents.contains_key(&name) && !used.contains(&name));
    // The function that starts a builder.
    types.retain_mut(|item| match item {
        Item::Impl(block) if block.trait_.is_none() && is_unused(&block.self_ty) => {
            block.items.retain(|item| !matches!(item, ImplItem::Fn(function) if function.sig.ident == "builder"));
            !block.items.is_empty()
        }
        _ => true,
    });
    // The builder itself has the name of its type.
    let builders = module(types, "builder").ok_or(CHANGED)?;
    builders.retain(|item| match item {
        Item::Struct(item) => used.contains(&item.ident.to_string()),
        Item::Impl(block) => !is_unused(&block.self_ty),
        _ => true,
    });
    Ok(())
}
