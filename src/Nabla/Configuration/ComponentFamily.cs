namespace Nabla.Configuration;

/// <summary>A family of components: its base class, and what messages call a member of it.</summary>
internal readonly record struct ComponentFamily(Type Type, string Name);
