namespace Nabla;

/// <summary>Names a kind of component in files: a layer, a loss, an optimizer, a schedule, ….</summary>
/// <remarks>
/// <para>
/// The configuration of a component is declared once: the parameters of its public constructor, each with a property
/// of the same name. Properties that a base class marks with <see cref="ComponentPropertyAttribute"/>, such as a
/// layer's name, are kept too. Whatever else a component needs, it writes and reads itself with
/// <see cref="Configuration.ISelfDescribing{TSelf}"/>.
/// </para>
/// <para>
/// A source generator writes the code for files when your project is compiled, and says at the parameter what a file
/// cannot hold. Nothing is registered by hand, and nothing is looked up by reflection.
/// </para>
/// </remarks>
/// <example><code>
/// [Component("scale")]
/// public sealed class Scale(double factor) : Layer
/// {
///     public double Factor { get; } = factor;
///
///     protected override Tensor Call(Tensor x, CallContext context) => x * Factor;
/// }
/// </code></example>
/// <param name="kind">The name in files: lower case with underscores, such as <c>batch_normalization</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ComponentAttribute(string kind) : Attribute
{
    /// <summary>The name in files.</summary>
    public string Kind { get; } = kind;

    /// <summary>The version of the configuration; older ones are read with the same type.</summary>
    public int Version { get; init; } = 1;
}
