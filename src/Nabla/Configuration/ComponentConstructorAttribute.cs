namespace Nabla;

/// <summary>Marks the constructor whose parameters are the configuration of a component.</summary>
/// <remarks>Without it, it is the public constructor with the most parameters.</remarks>
[AttributeUsage(AttributeTargets.Constructor)]
public sealed class ComponentConstructorAttribute : Attribute;
