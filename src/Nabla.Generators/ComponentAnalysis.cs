using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Nabla.Generators;

/// <summary>Finds out how a class is kept in files, and what is in the way.</summary>
internal sealed class ComponentAnalysis
{
    private static readonly string[] s_reserved = ["type", "version"];

    private readonly INamedTypeSymbol _type;
    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();
    private readonly ImmutableArray<Member>.Builder _members = ImmutableArray.CreateBuilder<Member>();

    private ComponentAnalysis(INamedTypeSymbol type) => _type = type;

    public static Component Of(INamedTypeSymbol type, AttributeData attribute) =>
        new ComponentAnalysis(type).Run(attribute);

    private Component Run(AttributeData attribute)
    {
        string kind = attribute.ConstructorArguments.FirstOrDefault().Value as string ?? "";
        int version = attribute.NamedArguments
            .Where(argument => argument.Key == "Version")
            .Select(argument => argument.Value.Value).OfType<int>().DefaultIfEmpty(1).First();
        CheckClass(kind, version);

        (INamedTypeSymbol Type, string Name)? family = KnownTypes.FamilyOf(_type);
        if (family is null)
        {
            Report(_type, Rules.NoFamily, _type.Name);
        }

        bool isSelfDescribing = KnownTypes.IsSelfDescribing(_type);
        if (_findings.Count == 0)
        {
            if (!isSelfDescribing && Constructor() is { } constructor)
            {
                AddParameters(constructor);
            }

            AddProperties();
            if (!isSelfDescribing)
            {
                FindForgotten();
            }
        }

        return new Component(
            _type.Name, FullName(_type), family is { } found ? FullName(found.Type) : "", family?.Name ?? "", kind,
            version, isSelfDescribing, new EquatableArray<Member>(_members.ToImmutable()), Place.Of(_type),
            new EquatableArray<Finding>(_findings.ToImmutable()));
    }

    private void CheckClass(string kind, int version)
    {
        if (!IsKind(kind))
        {
            Report(_type, Rules.BadKind, kind, _type.Name, SnakeCase(_type.Name));
        }

        if (version < 1)
        {
            Report(_type, Rules.BadVersion, _type.Name, $"{version}");
        }

        if (_type.IsAbstract)
        {
            Report(
                _type, Rules.CannotBeMade, _type.Name, "abstract", "put [Component] above the classes derived from it");
        }
        else if (Enclosing(_type).Any(type => type.IsGenericType))
        {
            Report(_type, Rules.CannotBeMade, _type.Name, "generic", "derive a class for each type that is meant");
        }
        else if (Enclosing(_type).Any(type => type.IsFileLocal || type.DeclaredAccessibility
            is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal))
        {
            Report(_type, Rules.CannotBeMade, _type.Name, "hidden in another type", "make it internal or public");
        }
    }

    private IMethodSymbol? Constructor()
    {
        IMethodSymbol[] all = [.. _type.InstanceConstructors.Where(
            constructor => constructor.DeclaredAccessibility is Accessibility.Public)];
        IMethodSymbol[] marked = [.. all.Where(KnownTypes.IsComponentConstructor)];
        IMethodSymbol[] candidates = marked.Length > 0 ? marked :
            [.. all.Where(constructor => constructor.Parameters.Length == all.Max(other => other.Parameters.Length))];
        if (candidates.Length == 1)
        {
            return candidates[0];
        }

        string problem = (all.Length, marked.Length) switch
        {
            (0, _) => "no public constructor",
            (_, > 1) => $"{marked.Length} constructors with [ComponentConstructor]",
            _ => $"{candidates.Length} public constructors with as many parameters",
        };
        Report(_type, Rules.NoConstructor, _type.Name, problem);
        return null;
    }

    private void AddParameters(IMethodSymbol constructor)
    {
        foreach (IParameterSymbol parameter in constructor.Parameters)
        {
            if (s_reserved.Contains(parameter.Name))
            {
                Report(parameter, Rules.ReservedName, parameter.Name, _type.Name);
            }
            else if (ValueType.Of(parameter.Type) is not { } readType || parameter.RefKind is not RefKind.None)
            {
                Report(parameter, Rules.UnsupportedType, parameter.Name, _type.Name, Short(parameter.Type));
            }
            else if (PropertyOf(parameter) is not { } property)
            {
                Report(
                    parameter, Rules.NoProperty, parameter.Name, _type.Name, Short(parameter.Type),
                    char.ToUpperInvariant(parameter.Name[0]) + parameter.Name.Substring(1));
            }
            else if (ValueType.Of(property.Type) is not { } writeType || writeType.Meaning != readType.Meaning)
            {
                Report(
                    Place.Of(property) is null ? parameter : property, Rules.PropertyDiffers, property.Name, _type.Name,
                    Short(property.Type), Short(parameter.Type));
            }
            else
            {
                string? defaultValue = DefaultValue.Of(parameter);
                _members.Add(new Member(
                    parameter.Name, property.Name, writeType.Expression, readType.Expression,
                    OmitsNull: writeType.IsNullable && defaultValue == "default",
                    writeType.IsContent, parameter.Name, defaultValue, Accessor: null));
            }
        }
    }

    private void AddProperties()
    {
        HashSet<string> taken = [.. _members.Select(member => member.Property)];
        IEnumerable<IPropertySymbol> properties = Ancestry().Reverse()
            .SelectMany(type => type.GetMembers().OfType<IPropertySymbol>())
            .Where(KnownTypes.IsComponentProperty);
        foreach (IPropertySymbol property in properties.Where(property => taken.Add(property.Name)))
        {
            ISymbol place = Place.Of(property) is null ? _type : property;
            string name = char.ToLowerInvariant(property.Name[0]) + property.Name.Substring(1);
            if (property.SetMethod is not { } setter)
            {
                Report(place, Rules.CannotBeSet, property.Name);
            }
            else if (s_reserved.Contains(name) || _members.Any(member => member.Name == name))
            {
                Report(place, Rules.ReservedName, property.Name, _type.Name);
            }
            else if (ValueType.Of(property.Type) is not { } type)
            {
                Report(place, Rules.UnsupportedType, property.Name, _type.Name, Short(property.Type));
            }
            else
            {
                bool isOpen = !setter.IsInitOnly && setter.DeclaredAccessibility is Accessibility.Public;
                _members.Add(new Member(
                    name, property.Name, type.Expression, type.Expression, OmitsNull: type.IsNullable, type.IsContent,
                    Parameter: null, Default: null,
                    isOpen ? null : new Accessor(FullName(property.ContainingType), FullName(property.Type))));
            }
        }
    }

    // What only an initializer may set is configuration, and would be lost without a word.
    private void FindForgotten()
    {
        foreach (IPropertySymbol property in Ancestry()
            .SelectMany(type => type.GetMembers().OfType<IPropertySymbol>())
            .Where(property => property.SetMethod is { IsInitOnly: true, DeclaredAccessibility: Accessibility.Public })
            .Where(property => !property.IsOverride && !KnownTypes.IsComponentProperty(property))
            .Where(property => !_members.Any(member => member.Property == property.Name)))
        {
            Report(Place.Of(property) is null ? _type : property, Rules.IsForgotten, property.Name, _type.Name);
        }
    }

    private IPropertySymbol? PropertyOf(IParameterSymbol parameter) => Ancestry()
        .SelectMany(type => type.GetMembers().OfType<IPropertySymbol>())
        .FirstOrDefault(property => property is { IsStatic: false, IsIndexer: false, GetMethod: not null }
            && property.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal
            && string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase));

    private IEnumerable<INamedTypeSymbol> Ancestry()
    {
        for (INamedTypeSymbol? type = _type; type is not null; type = type.BaseType)
        {
            yield return type;
        }
    }

    private static IEnumerable<INamedTypeSymbol> Enclosing(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? outer = type; outer is not null; outer = outer.ContainingType)
        {
            yield return outer;
        }
    }

    private void Report(ISymbol symbol, DiagnosticDescriptor rule, params string[] arguments) =>
        _findings.Add(Finding.At(symbol, rule, arguments));

    private static bool IsKind(string text) => text.Length > 0 && text[0] is >= 'a' and <= 'z'
        && text.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_');

    private static string FullName(ITypeSymbol type) => type.ToDisplayString(
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));

    private static string Short(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static string SnakeCase(string name) => string.Concat(name.Select((letter, index) =>
        char.IsUpper(letter) ? $"{(index > 0 ? "_" : "")}{char.ToLowerInvariant(letter)}" : $"{letter}"));
}
