namespace Nabla;

/// <summary>Marks a property that is configuration though no constructor takes it, such as a layer's name.</summary>
/// <remarks>
/// It is for a base class whose members every component has; a component's own configuration is its constructor. The
/// property can be set, by <c>set</c> or <c>init</c>. A nullable one starts as null, which is left out of files.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ComponentPropertyAttribute : Attribute;
