namespace Nabla.Backends.Cpu.Programs;

/// <summary>The ways between the two registers of a program: by value, and of masks by bits.</summary>
internal interface ILaneCast<TFloating, TInteger>
{
    static abstract TInteger ToInteger(TFloating x);

    static abstract TFloating ToFloating(TInteger x);

    static abstract TInteger MaskToInteger(TFloating mask);

    static abstract TFloating MaskToFloating(TInteger mask);
}
