using Microsoft.CodeAnalysis;

namespace Nabla.Generators;

/// <summary>What may be wrong with a component, each with what to do about it.</summary>
internal static class Rules
{
    public static readonly DiagnosticDescriptor UnsupportedType = Rule(
        "NABLA001",
        "A file cannot hold the type",
        "'{0}' of '{1}' is of type '{2}', which a file cannot hold; use bool, int, long, float, double, string, "
            + "an enum, a Shape, Axes, a Padding, an Activation, another component, or a list of those, "
            + "or let {1} implement ISelfDescribing<{1}>");

    public static readonly DiagnosticDescriptor NoProperty = Rule(
        "NABLA002",
        "A parameter has no property",
        "The parameter '{0}' of '{1}' has no property, so that its value cannot be saved; "
            + "add a property 'public {2} {3} {{ get; }}' that holds it");

    public static readonly DiagnosticDescriptor PropertyDiffers = Rule(
        "NABLA003",
        "A property has another type than its parameter",
        "The property '{0}' of '{1}' is of type '{2}' but its parameter of type '{3}'; give both the same type");

    public static readonly DiagnosticDescriptor NoConstructor = Rule(
        "NABLA004",
        "It is not clear which constructor makes a component",
        "'{0}' has {1}; mark the one whose parameters are its configuration with [ComponentConstructor]");

    public static readonly DiagnosticDescriptor NoFamily = Rule(
        "NABLA005",
        "A component belongs to no family",
        "'{0}' is a component but belongs to no family; derive it from Layer, Loss, Metric, Optimizer or another class "
            + "with [ComponentFamily]");

    public static readonly DiagnosticDescriptor CannotBeMade = Rule(
        "NABLA006",
        "Generated code cannot make a component",
        "'{0}' is {1}, so that no file can name it; {2}");

    public static readonly DiagnosticDescriptor BadKind = Rule(
        "NABLA007",
        "The kind of a component is no name",
        "The kind '{0}' of '{1}' is no name; use lower case letters, digits and underscores, such as \"{2}\"");

    public static readonly DiagnosticDescriptor DuplicateKind = Rule(
        "NABLA008",
        "Two components have the same kind",
        "'{0}' and '{1}' are both the {2} '{3}'; give each kind a name of its own");

    public static readonly DiagnosticDescriptor CannotBeSet = Rule(
        "NABLA009",
        "A property of the configuration cannot be set",
        "The property '{0}' is a [ComponentProperty] but cannot be set; give it 'init' or 'set'");

    public static readonly DiagnosticDescriptor BadVersion = Rule(
        "NABLA010",
        "The version of a component is out of range",
        "The version of '{0}' is {1}; versions start at 1");

    public static readonly DiagnosticDescriptor ReservedName = Rule(
        "NABLA011",
        "A name is taken by the format",
        "'{0}' of '{1}' has a name that each component's object in a file has already; use another name");

    public static readonly DiagnosticDescriptor IsForgotten = Rule(
        "NABLA012",
        "A property of a component is not kept in files",
        "The property '{0}' of '{1}' is settled when the component is made but is not kept in files; "
            + "make it a parameter of the constructor, or put [ComponentProperty] above it");

    private static DiagnosticDescriptor Rule(string id, string title, string message) =>
        new(id, title, message, "Nabla", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
