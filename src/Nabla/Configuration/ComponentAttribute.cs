namespace Nabla;

/// <summary>Names a kind of component in files: a layer, a loss, an optimizer, a schedule, ….</summary>
/// <remarks>
/// The configuration of a component is declared once: the parameters of its public constructor, each with a get-only
/// property of the same name. Settable properties that the family declares, such as a layer's name, are kept too.
/// </remarks>
/// <param name="kind">The name in files: lower case with underscores, such as <c>batch_normalization</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ComponentAttribute(string kind) : Attribute
{
    /// <summary>The name in files.</summary>
    public string Kind { get; } = kind;

    /// <summary>The version of the configuration; older ones are read with the same type.</summary>
    public int Version { get; init; } = 1;
}
