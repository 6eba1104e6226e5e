namespace Nabla.Generators;

/// <summary>One member of a component's configuration.</summary>
/// <param name="Name">The name in files.</param>
/// <param name="Property">The property that holds it.</param>
/// <param name="WriteType">The expression that says how it is written.</param>
/// <param name="ReadType">The expression that says how it is read.</param>
/// <param name="OmitsNull">Whether null is left out of files.</param>
/// <param name="IsContent">Whether it holds many components; those are written last.</param>
/// <param name="Parameter">The parameter that takes it, where there is one.</param>
/// <param name="Default">What it is when it is missing; null when it must be there.</param>
/// <param name="Accessor">For a property that generated code may not assign: how it is reached.</param>
internal sealed record Member(
    string Name,
    string Property,
    string WriteType,
    string ReadType,
    bool OmitsNull,
    bool IsContent,
    string? Parameter,
    string? Default,
    Accessor? Accessor);
