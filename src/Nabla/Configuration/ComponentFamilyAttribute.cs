namespace Nabla;

/// <summary>Marks the base class of a family of components: layers, losses, optimizers, schedules, ….</summary>
/// <remarks>
/// Kinds are unique within a family. Wherever a component takes another one as a parameter, files may name any kind of
/// the parameter's family.
/// </remarks>
/// <param name="name">What messages call a member of the family, such as <c>layer</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ComponentFamilyAttribute(string name) : Attribute
{
    /// <summary>What messages call a member of the family.</summary>
    public string Name { get; } = name;
}
