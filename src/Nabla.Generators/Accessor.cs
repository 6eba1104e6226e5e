namespace Nabla.Generators;

/// <summary>The setter of a property that only an initializer may call: its class and the type of its value.</summary>
internal sealed record Accessor(string DeclaringType, string ValueType);
